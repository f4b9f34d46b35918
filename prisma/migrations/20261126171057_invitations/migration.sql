-- Letters whose date nobody said, people who are civil servants and read the ethics, and one-time codes.
-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "staff_function" TEXT,
ALTER COLUMN "dated_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "civil_servant" BOOLEAN,
ADD COLUMN     "ethics_read_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sop" ALTER COLUMN "dated_at" DROP NOT NULL;

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "gives" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT,
    "used" JSONB,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_government_id_hash_key" ON "invitation"("government_id", "hash");

-- One-time codes are part of the registry: that a code works once rests on its version.
CREATE TRIGGER "invitation_changed" AFTER INSERT OR UPDATE OR DELETE ON "invitation" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
