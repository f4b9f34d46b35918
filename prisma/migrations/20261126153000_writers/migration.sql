-- AlterTable
ALTER TABLE "proposal_version" ADD COLUMN     "writers" TEXT[];
