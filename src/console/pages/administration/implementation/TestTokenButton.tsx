import { useState } from 'react'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import { usePrepared } from '../../../page-part.ts'
import { Button } from '../../../ui/Button.tsx'
import { testToken } from './test-token/lazy.ts'

type Props = {
  label: string
  clientCode: string
  /** Whether authentication is required, and calls refused. */
  isRequired: boolean
}

/** Opens the box in which a token is tested. */
export function TestTokenButton({ label, ...rest }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  usePrepared(testToken)
  return (
    <>
      <Button icon="test" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <PartPlace>
          <testToken.Component {...rest} onClose={() => setIsOpen(false)} />
        </PartPlace>
      )}
    </>
  )
}
