import { readFileSync } from 'node:fs'
import { openBrowser } from './support/browser.ts'
const [out, height, ...files] = process.argv.slice(2)
const browser = await openBrowser()
const page = await (await browser.newContext({ viewport: { width: 1600, height: 900 } })).newPage()
const imgs = files.map((f) => `<figure style="margin:4px;display:inline-block;vertical-align:top"><img style="height:${height}px;border:1px solid #999" src="data:image/png;base64,${readFileSync(f).toString('base64')}"></figure>`).join('')
await page.setContent(`<body style="margin:0;background:#ccc">${imgs}</body>`)
await page.screenshot({ path: out, fullPage: true })
await browser.close()
