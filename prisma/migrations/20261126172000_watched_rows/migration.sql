-- For the operator's figures, which count few rows among many: see src/infra/metrics/snapshot.ts. Partial indexes, which
-- Prisma's schema does not know; they hold only the rows that are counted.
CREATE INDEX "forward_open_deadline_idx" ON "forward"("government_id", "deadline_at") WHERE "status" = 'open';
CREATE INDEX "outbox_ambiguous_idx" ON "outbox"("id") WHERE "ambiguous";
