import type { Implementation } from '#contract/implementation.ts'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CopyValue } from '../../../ui/CopyValue.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { useWords } from './use-words.ts'

/** What every job needs besides the header. */
export function AccountDetails({ account }: { account: Implementation['account'] }) {
  const words = useWords()
  return (
    <Card
      title={words.accountDetails}
      help={<Help to="console#account-details" about={words.accountDetails} />}
    >
      <Facts>
        <CopyValue term={words.clientCode} value={account.clientCode} />
        {account.imsOrgId !== null && <CopyValue term={words.imsOrgId} value={account.imsOrgId} />}
        <CopyValue term={words.profileApiUrl} value={account.profileApiUrl} />
      </Facts>
    </Card>
  )
}
