import { declareTwoWritersInDatabases } from '../storage/two-writers.ts'

declareTwoWritersInDatabases()
