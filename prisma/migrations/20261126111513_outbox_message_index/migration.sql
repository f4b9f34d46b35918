-- DropIndex
DROP INDEX "outbox_platform_workspace_channel_message_id_idx";

-- CreateIndex
CREATE INDEX "outbox_message_id_channel_workspace_platform_idx" ON "outbox"("message_id", "channel", "workspace", "platform");
