import { type ComponentProps, useState } from 'react'
import { PartPlace } from '../../../../failures/PartPlace.tsx'
import { useRefusedCalls } from '../../../../refused-calls.ts'
import { refusedCard } from './lazy.ts'

/** Above all other cards; it stays to tell of the way back once there was something to tell. */
export function RefusedPlace(props: ComponentProps<typeof refusedCard.Component>) {
  const refused = useRefusedCalls()
  const [isNeeded, setIsNeeded] = useState(false)
  if (refused !== null && !isNeeded) setIsNeeded(true)
  return (
    isNeeded && (
      <PartPlace>
        <refusedCard.Component {...props} />
      </PartPlace>
    )
  )
}
