import { loadAgain } from '../lazy-part.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { useAct } from '../use-act.ts'

/** React remembers that a part did not come: only loading the page again helps, once the service is there. */
export function LoadAgain() {
  const { failures } = useMessages()
  const { mutate, isPending, data: isServed } = useAct({ mutationFn: () => loadAgain() })
  return (
    <>
      {isServed === false && <p>{failures.unreachable}</p>}
      <Button variant="primary" isPending={isPending || isServed === true} onClick={() => mutate()}>
        {failures.loadAgain}
      </Button>
    </>
  )
}
