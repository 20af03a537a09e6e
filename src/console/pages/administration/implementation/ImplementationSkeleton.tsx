import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'

/** The page's cards while they are loaded, as high as they will be. */
export function ImplementationSkeleton() {
  const { implementation: words } = useMessages()
  return (
    <>
      <Card title={words.accountDetails}>
        <Skeleton lines={2.5} />
      </Card>
      <Card title={words.profileApi} advice={words.profileApiAdvice}>
        <Skeleton lines={2} />
        <Skeleton lines={20} />
      </Card>
    </>
  )
}
