import { Fault } from '#service/errors.ts'

/** The last instant that has a date, milliseconds since 1970. Source: ECMAScript, "Time Values and Time Range". */
const LAST_INSTANT = 8.64e15

/** Reads what decides who is let in. Where that is not what we write, it says so, and the safe of the two is taken. */
export type Doubts = ReturnType<typeof doubtsTold>

/** @param tell takes each sentence once, however often the same is read */
export function doubtsTold(tell: (fault: Fault) => void) {
  const told = new Set<string>()
  function doubt<Safe>(what: string, safe: Safe): Safe {
    if (!told.has(what)) tell(new Fault(what))
    told.add(what)
    return safe
  }
  return {
    doubt,

    /** Of a column that is 0 or 1; `safe` for anything else. */
    asSwitch: (value: unknown, safe: boolean, place: string): boolean =>
      value === 0 || value === 1
        ? value === 1
        : doubt(`The database holds neither 0 nor 1 in ${place}: taken for ${Number(safe)}.`, safe),

    /** Of a column of milliseconds since 1970 after which something ends; anything else has ended long ago. */
    asInstant: (value: unknown, place: string): number =>
      isInstant(value) ? value : doubt(`The database holds no instant in ${place}: taken for long past.`, 0),
  }
}

const isInstant = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) <= LAST_INSTANT
