import { Card } from '../../../ui/Card.tsx'
import facts from '../../../ui/Facts.module.css'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import sections from './ProfileApi.module.css'
import { useWords } from './use-words.ts'

/** The page's cards while they are loaded, about as high as they will be. */
export function ImplementationSkeleton() {
  const words = useWords()
  return (
    <>
      <Card title={words.accountDetails}>
        <div className={facts.facts}>
          {[14, 18, 15].map((width) => (
            <Skeleton key={width} width={width} lines={2.26} />
          ))}
        </div>
      </Card>
      <Card title={words.profileApi} advice={words.profileApiAdvice}>
        <Skeleton lines={2} />
        <div className={sections.section}>
          <Skeleton lines={2} />
          <Skeleton lines={3} />
          <Skeleton lines={3} />
          <Skeleton lines={1.5} />
        </div>
        <div className={sections.section}>
          <Skeleton lines={5} />
        </div>
      </Card>
    </>
  )
}
