import { declareTwoWritersInMemory } from './two-writers.ts'

declareTwoWritersInMemory()
