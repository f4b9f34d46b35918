-- CreateIndex
CREATE INDEX "content_publication_government_id_at_idx" ON "content_publication"("government_id", "at");

-- CreateIndex
CREATE INDEX "proposal_government_id_agency_id_wanted_on_idx" ON "proposal"("government_id", "agency_id", "wanted_on");
