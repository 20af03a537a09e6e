import type { AccessStore } from './access/store.ts'
import type { AuditStore } from './audit/store.ts'
import type { BatchStore } from './batches/store.ts'
import type { CallerStore } from './callers/store.ts'
import type { NoticeStore } from './notices/store.ts'
import type { CeremonyStore, PasskeyStore } from './passkeys/store.ts'
import type { TokenStore } from './profile-auth/store.ts'
import type { ProfileStore } from './profiles/store.ts'
import type { SettingsStore } from './settings/store.ts'
import type { OidcStore } from './sign-in/oidc/store.ts'
import type { SessionStore } from './sign-in/store.ts'
import type { IdentityStore, InvitationStore, SetUpLinkStore, UserStore } from './users/store.ts'
import type { WorkspaceStore } from './workspaces/store.ts'

/** Everything the service keeps; memory, SQLite and PostgreSQL each give the same. */
export type Stores = {
  settings: SettingsStore
  tokens: TokenStore
  access: AccessStore
  users: UserStore
  invitations: InvitationStore
  workspaces: WorkspaceStore
  identities: IdentityStore
  setUpLinks: SetUpLinkStore
  sessions: SessionStore
  oidc: OidcStore
  passkeys: PasskeyStore
  ceremonies: CeremonyStore
  batches: BatchStore
  profiles: ProfileStore
  callers: CallerStore
  notices: NoticeStore
  audit: AuditStore
}
