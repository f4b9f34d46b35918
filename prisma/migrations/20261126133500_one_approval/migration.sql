-- Decisions are about a text of a case or of a proposal.
ALTER TABLE "decision" RENAME COLUMN "inquiry_id" TO "subject_id";
ALTER TABLE "decision" RENAME COLUMN "answer_id" TO "text_id";
ALTER INDEX "decision_inquiry_id_idx" RENAME TO "decision_subject_id_idx";

-- The gate of a case names its text likewise.
UPDATE "inquiry" SET "gate" = ("gate" - 'answerId') || jsonb_build_object('textId', "gate"->'answerId')
WHERE "gate" ? 'answerId';

-- AlterTable
ALTER TABLE "appointment" ADD COLUMN "acting" JSONB;
