declare module 'virtual:document/*' {
  import type { Piece } from '#console/pages/docs/piece.ts'

  const pieces: Piece[]
  export default pieces
}
