// Loaded before the service: SIGUSR2 turns counting off, and on again, in the running process.
import { CallObserver } from '#service/callers/observer.ts'

// oxlint-disable-next-line typescript/unbound-method -- called with the observer that it is called on
const { observe } = CallObserver.prototype
let isCounting = true

CallObserver.prototype.observe = function (call) {
  if (isCounting) observe.call(this, call)
}

process.on('SIGUSR2', () => {
  isCounting = !isCounting
})
