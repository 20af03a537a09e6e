export const words = {
  title: 'Going live, step by step',
  advice:
    'From a profile API that anyone can write to, to one that lets in only your scripts and apps, without breaking any of them by surprise.',
  toImplementation: 'To Implementation',

  approver: {
    title: 'For the approver',
    parts: {
      before: {
        title: 'See who calls',
        steps: {
          look: {
            title: 'Leave Require Authentication off and look at Callers.',
            advice:
              'Every call is counted, with a token or without. Let one whole round of your slowest job pass: what runs once a month shows after a month.',
          },
          name: {
            title: 'Give the callers names.',
            advice:
              'Do it while you know whose address it is. Ask around for those that nobody knows: they are the ones that would break.',
          },
        },
      },
      prepare: {
        title: 'Prepare',
        steps: {
          prepare: {
            title: 'Prepare a token.',
            advice: 'Calls may send it at once; it is asked for only once you turn authentication on.',
          },
          handOut: {
            title: 'Hand out the header.',
            advice:
              'Under Authentication Token choose the form that the developer needs, copy it, and pass it on as you would a password.',
          },
          watch: {
            title: 'Watch the callers move.',
            advice:
              'The page counts those that send it. Nothing is known yet of one that has not called since the token was made.',
          },
        },
      },
      turnOn: {
        title: 'Turn it on',
        steps: {
          turnOn: {
            title: 'Turn on Require Authentication.',
            advice:
              'The question says which callers would be refused, or that none would. It takes effect with the next call: bulk updates, single updates and reads.',
          },
          stay: {
            title: 'Stay for a moment.',
            advice: 'Calls that are refused show at the top of the page: how many, whose and why.',
          },
        },
      },
      refused: {
        title: 'When calls are refused',
        steps: {
          tell: {
            title: 'Tell the developer the reason.',
            advice: 'What each one means is explained below.',
          },
          back: {
            title: 'Or take the step back.',
            advice:
              'Let the old token work again, or turn authentication off. The page says how many of the refused calls that would have let in.',
          },
        },
      },
      rotate: {
        title: 'Before it expires',
        steps: {
          generate: {
            title: 'Generate New Profile Authentication Token.',
            advice:
              'Expires In says when it is time; the page warns 14 days before. Choose how long the current token works on beside the new one, such as 7 days.',
          },
          move: {
            title: 'Hand out the new header and watch the callers move.',
            advice: 'If time runs short, let the old token work longer, at most until it expires.',
          },
          end: {
            title: 'End the old token when the last caller has moved.',
            advice: 'If that was too early, let it work again.',
          },
        },
      },
      leaked: {
        title: 'When a token leaked',
        steps: {
          replace: {
            title: 'Generate a new token and hand out its header.',
            advice:
              'Let the leaked one go on working for as short a time as you can: whoever has it reads and writes profiles until it ends.',
          },
          forGood: {
            title: 'End the leaked token for good.',
            advice: 'It can never work again. Callers with addresses that you do not know may have used it.',
          },
        },
      },
    },
  },

  developer: {
    title: 'For the developer of a script or app',
    parts: {
      send: {
        title: 'Send the token',
        steps: {
          keep: {
            title: 'Keep the header out of the code.',
            advice: 'An environment variable or your store of secrets is the place.',
          },
          send: {
            title: 'Send it with every call.',
            advice: 'It is the same in every language, and does no harm before it is required.',
          },
        },
      },
      check: {
        title: 'Check it',
        steps: {
          ask: {
            title: 'Ask what the token is worth.',
            advice:
              'This does not count as a use. If the answer is that it is not active, the approver can test it.',
          },
          warn: {
            title: 'Log when your token ends.',
            advice:
              'From 14 days before, and as soon as it was replaced, each answer of the profile API says so in this field of its header.',
          },
        },
      },
    },
    refusals: {
      title: 'When calls are refused',
      advice: 'Nothing of a refused call is stored: mend it, then send it again.',
      answer: 'The answer says',
      toDo: 'What to do',
      advices: {
        none: 'The call came without the header. Send it; see whether a proxy or a redirect drops it.',
        over: 'Ask the approver for the new header, or to let the old token work again.',
        expired: 'Ask the approver for the new header.',
        unknown:
          'Copy it again: quotes, a line break or a missing character are common. Compare the address.',
        otherClient: 'Compare the client code in the address with that in Account details.',
        otherKind: 'Send the profile authentication token, which begins with tpa_.',
        malformed: 'Send the header once, written as above, and no token in the address.',
        unavailable: 'Wait as long as Retry-After says, then send it again.',
      },
    },
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
