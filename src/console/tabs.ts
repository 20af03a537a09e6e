/** What the other tabs of this browser must know: `changed` is the settings or the token. */
export type News = 'changed' | 'signed-in' | 'signed-out'

export type Tabs = { tell: (news: News) => void; listen: (onNews: (news: News) => void) => void }

/** The console's other tabs in this browser. None of the news is a secret: it only says that there is something to ask for. */
export function openTabs(): Tabs {
  const channel = new BroadcastChannel('profile-api-console')
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin by itself
    tell: (news) => channel.postMessage(news),
    listen: (onNews) => channel.addEventListener('message', ({ data }) => onNews(data)),
  }
}
