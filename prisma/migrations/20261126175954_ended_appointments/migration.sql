-- Appointments that somebody ended have no days of grace.
-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "ended" BOOLEAN;

-- What was registered of an agency is read by the agency its content names. Prisma knows no index of an expression.
CREATE INDEX "history_agency_idx" ON "history"("government_id", ("content" ->> 'agencyId'), "id") WHERE ("content" ->> 'agencyId') IS NOT NULL;
