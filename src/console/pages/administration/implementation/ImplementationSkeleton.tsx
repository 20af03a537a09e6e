import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import facts from '../../../ui/Facts.module.css'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import sections from './ProfileApi.module.css'
import { ProfileApiAdvice } from './ProfileApiAdvice.tsx'
import { useWords } from './use-words.ts'

/** The page's cards while they are loaded, as high as they are with a token in use. */
export function ImplementationSkeleton() {
  const words = useWords()
  return (
    <>
      <Card
        title={words.accountDetails}
        help={<Help to="console#account-details" about={words.accountDetails} />}
      >
        <div className={facts.facts}>
          <Skeleton width={14} lines={2.26} />
          <Skeleton width={18} lines={2.26} narrow={2.79} />
          <Skeleton width={15} lines={2.26} />
        </div>
      </Card>
      <Card
        title={words.profileApi}
        help={<Help to="console#require-authentication-and-the-token" about={words.profileApi} />}
        advice={<ProfileApiAdvice />}
      >
        <Skeleton lines={3.07} narrow={5} />
        <div className={sections.section}>
          <Skeleton lines={3.71} narrow={12.88} />
          <Skeleton lines={2.86} narrow={9.71} />
          <Skeleton lines={1.71} narrow={4.38} />
        </div>
        <div className={sections.section}>
          <Skeleton lines={1.43} narrow={2.74} />
        </div>
      </Card>
    </>
  )
}
