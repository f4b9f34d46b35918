-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "dialogue" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "forward" ADD COLUMN     "answer_attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "inquiry" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';
