-- AlterTable
ALTER TABLE "content_publication" ADD COLUMN     "address" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "content_publication_government_id_address_key" ON "content_publication"("government_id", "address");
