import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Users',
  advice: 'Who may do what, in each workspace.',
  workspaces: 'Workspaces…',
  invite: 'Invite people',
  people: 'People',
  of: (act: string, name: string) => `${act}, ${name}`,
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',

  search: 'Name or e-mail',
  role: 'Role',
  anyRole: 'Any role',
  workspace: 'Workspace',
  anyWorkspace: 'All workspaces',
  state: 'State',
  states: {
    all: (count: string) => `All ${count}`,
    active: (count: string) => `Active ${count}`,
    invited: (count: string) => `Invited ${count}`,
    suspended: (count: string) => `Suspended ${count}`,
  },
  none: 'Nobody was found. Choose other filters, or invite people.',
  showMore: 'Show more',
  columns: { person: 'Person', roles: 'Roles', state: 'State', lastSeen: 'Last seen', acts: 'Change' },
  you: 'You',
  nameless: 'Name not given yet',
  holdsNothing: 'None',
  never: 'Never',
  kinds: { active: 'Active', invited: 'Invited', suspended: 'Suspended' },
  linkWorks: (date: string) => `link works until ${date}`,
  linkEnded: (date: string) => `link ended ${date}`,
  suspended: (date: string, by: string) => `${date}, by ${by}`,
  change: 'Change…',

  inviteTitle: 'Invite people',
  inviteAdvice: 'Everyone gets a link of their own that works once, for 7 days.',
  emails: 'E-mail addresses',
  emailsHint: 'One per line, or separated by commas.',
  emailsNeeded: 'Enter at least one e-mail address.',
  wrongEmails: (wrong: string) => `This is not an e-mail address: ${wrong}`,
  tooManyEmails: (most: number) => `Invite at most ${most} people at once.`,
  taken: (emails: string) => `Already in the list: ${emails}. Leave them out, or change their roles there.`,
  wrongRoles: 'Choose at least one role.',
  roles: 'Roles',
  inWorkspace: 'In workspace',
  takeAway: 'Take away',
  addRole: 'Add a role',
  addAnotherRole: 'Add a role in another workspace',
  sendByMail: 'Send the link by e-mail as well',
  mailLanguage: 'In',
  noMail: 'No mail server is set up, so you pass the link on yourself.',
  shownAfter: 'You see each link once, after inviting, whether it is sent or not.',
  inviteCount: (count: number) =>
    plural(count, { one: `Invite ${count} person`, other: `Invite ${count} people` }),

  links: (count: number) => plural(count, { one: 'The link', other: 'The links' }),
  shownOnce: 'Shown here and never again. Pass it on as you would a password.',
  linkOf: (name: string) => `Link of ${name}`,
  worksUntil: (date: string) => `Works once, until ${date}.`,
  mailSent: 'The mail server took the e-mail.',
  mailFailed: 'It could not be sent by e-mail: pass it on yourself.',

  newLink: 'New link…',
  newLinkOf: (name: string) => `New link for ${name}`,
  makeLink: 'Make link',
  renewAdvice: 'The link that they have stops working.',
  newPasswordAdvice:
    'With it they choose a new password. Their password works until they do; an earlier link stops working.',
  newWayAdvice: (provider: string) =>
    `With it they choose a new password, or make their account at ${provider} the one that they sign in with. Their password works until they choose another; an earlier link stops working.`,
  newAccountAdvice: (provider: string) =>
    `With it they make their account at ${provider} the one that they sign in with. An earlier link stops working.`,

  invitedAdvice:
    'They have not accepted yet. To offer other roles, withdraw the invitation and invite them anew.',
  takesSysadmin: 'A new link, signing out everywhere, suspending and removing take a system administrator.',
  saveRoles: 'Save roles',
  may: {
    observer: 'What an observer may do',
    editor: 'What an editor may do',
    publisher: 'What a publisher may do',
    approver: 'What an approver may do',
    admin: 'What an administrator may do',
    sysadmin: 'What a system administrator may do',
  },
  mayNothing: 'Who holds no role may do nothing here',
  mayNot: 'Not:',
  abilities: {
    see: 'See the settings and batches',
    switch: 'Turn Require Authentication on and off',
    token: 'Generate, end, see and copy the token',
    watch: 'See callers, notices and the audit log',
    invite: 'Invite people to the workspace and give roles in it',
    manage: 'Suspend and remove people, make workspaces',
  },

  signOut: 'Sign out everywhere…',
  takePasskeys: 'Take passkeys away…',
  suspend: 'Suspend…',
  reinstate: 'Reinstate',
  remove: 'Remove…',
  withdraw: 'Withdraw invitation…',
  asked: {
    lower: {
      title: (name: string) => `Take roles from ${name}?`,
      advice:
        'It takes effect with their next request. A set-up link that they have not used ends, and so do links for others that they could not make any more.',
      confirm: 'Take roles away',
    },
    'sign-out': {
      title: (name: string) => `Sign ${name} out everywhere?`,
      advice:
        'All their sessions end at once, those of their scripts as well, and so does a link that they have not used. They can sign in again.',
      confirm: 'Sign out',
    },
    'take-passkeys': {
      title: (name: string) => `Take all passkeys of ${name} away?`,
      advice:
        'For someone who lost them. Their recovery codes and sessions end, too, and from then on they sign in without a passkey. Make sure that it is really them asking.',
      confirm: 'Take away',
    },
    suspend: {
      title: (name: string) => `Suspend ${name}?`,
      advice:
        'All their sessions end at once, and they cannot sign in until someone reinstates them. Links that they made for others end as well. They keep their roles.',
      confirm: 'Suspend',
    },
    remove: {
      title: (name: string) => `Remove ${name}?`,
      advice:
        'All their sessions end at once and they lose their roles. Links that they made for others end as well. This cannot be undone. The audit log keeps their name.',
      confirm: 'Remove',
    },
    withdraw: {
      title: (name: string) => `Withdraw the invitation of ${name}?`,
      advice: 'Their link stops working.',
      confirm: 'Withdraw',
    },
  },
  saidDone: {
    suspend: (name: string) => `${name} is suspended.`,
    reinstate: (name: string) => `${name} can sign in again.`,
    remove: (name: string) => `${name} is removed.`,
    withdraw: (name: string) => `The invitation of ${name} is withdrawn.`,
    'sign-out': (name: string) => `${name} is signed out everywhere.`,
    'take-passkeys': (name: string) => `The passkeys of ${name} are taken away.`,
  },
  saidRoles: (name: string) => `The roles of ${name} are changed.`,
  refusals: {
    'last-way-to-sign-in': {
      title: 'They could no longer sign in',
      advice: 'Without their passkeys there would be no way left for them.',
    },
    'last-administrator': {
      title: 'This is the last system administrator who can sign in',
      advice: 'Nobody could administer the console any more. Make someone else system administrator first.',
    },
    'precondition-failed': {
      title: 'Someone has changed this since you saw it',
      advice: 'Your change was not made. Look at what is true now, then make it again.',
    },
    'not-found': {
      title: 'This is no longer there',
      advice: 'Someone removed it, or the invitation was accepted, renewed or withdrawn.',
    },
    conflict: {
      title: 'Someone was faster',
      advice: 'Your change was not made. Look at what is true now.',
    },
    'name-taken': { title: 'There is a workspace with this name', advice: 'Choose another name.' },
    'too-many-workspaces': {
      title: 'There are 100 workspaces, which is the most',
      advice: 'Remove one that nobody uses.',
    },
    'mail-not-set-up': {
      title: 'A mail server is no longer set up',
      advice: 'Make the link without sending it, and pass it on yourself.',
    },
  },

  workspacesTitle: 'Workspaces',
  workspacesAdvice:
    'Roles are held in workspaces. One can be removed when nobody holds a role there or is invited to.',
  workspaceName: 'Name',
  newWorkspace: 'New workspace',
  addWorkspace: 'Add',
  saveName: 'Save',
  rename: 'Rename',
  removeWorkspace: 'Remove…',
  askedWorkspace: {
    title: (name: string) => `Remove the workspace ${name}?`,
    advice: 'Nobody holds a role there. This cannot be undone.',
    confirm: 'Remove',
  },
  peopleIn: (count: number, written: string) =>
    plural(count, { one: `${written} person`, other: `${written} people` }),
  defaultStays: 'It cannot be removed.',
  wrongName: 'Enter a name of at most 100 characters, without control characters.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
