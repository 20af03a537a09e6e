import { listDeliveries, retryDelivery } from '#contract/notice-deliveries.ts'
import {
  addTarget,
  changeTarget,
  getNotices,
  removeTarget,
  replaceWebhookSecret,
  testTarget,
} from '#contract/notice-targets.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as deliveries from './deliveries.ts'
import * as targets from './targets.ts'

export function serveNotices(console: FamilyApp, needs: targets.TargetNeeds & deliveries.DeliveryNeeds) {
  serve(console, getNotices, (context) => targets.getNotices(needs, context))
  serve(console, addTarget, (context, { body }) => targets.addTarget(needs, context, body))
  serve(console, changeTarget, (context, { path, headers, body }) =>
    targets.changeTarget(needs, context, path.targetId, body, headers['If-Match']),
  )
  serve(console, removeTarget, (context, { path }) => targets.removeTarget(needs, context, path.targetId))
  serve(console, replaceWebhookSecret, (context, { path }) =>
    targets.replaceWebhookSecret(needs, context, path.targetId),
  )
  serve(console, testTarget, (context, { path }) => deliveries.testTarget(needs, context, path.targetId))
  serve(console, listDeliveries, (context, { query }) => deliveries.listDeliveries(needs, context, query))
  serve(console, retryDelivery, (context, { path }) =>
    deliveries.retryDelivery(needs, context, path.deliveryId),
  )
}
