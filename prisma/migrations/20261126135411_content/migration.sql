-- History belongs to a case or to a proposal.
ALTER TABLE "history" RENAME COLUMN "inquiry_id" TO "subject_id";
ALTER INDEX "history_inquiry_id_idx" RENAME TO "history_subject_id_idx";

-- Nothing ever read it.
ALTER TABLE "outbox" DROP COLUMN "inquiry_id";

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "designation" JSONB,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "draft" JSONB,
    "gate" JSONB,
    "correction" JSONB,
    "withdrawn" JSONB,
    "case_ids" TEXT[],
    "wanted_on" DATE,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_version" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "corrects" BOOLEAN NOT NULL,
    "inherits" TEXT,

    CONSTRAINT "proposal_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_publication" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "posted_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_government_id_medium_handle_key" ON "account"("government_id", "medium", "handle");

-- CreateIndex
CREATE INDEX "proposal_government_id_agency_id_status_idx" ON "proposal"("government_id", "agency_id", "status");

-- CreateIndex
CREATE INDEX "proposal_case_ids_idx" ON "proposal" USING GIN ("case_ids");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_government_id_code_key" ON "proposal"("government_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_government_id_year_number_key" ON "proposal"("government_id", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_version_proposal_id_version_key" ON "proposal_version"("proposal_id", "version");

-- CreateIndex
CREATE INDEX "content_publication_proposal_id_idx" ON "content_publication"("proposal_id");

-- CreateIndex
CREATE INDEX "content_publication_government_id_account_id_at_idx" ON "content_publication"("government_id", "account_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "content_publication_version_id_account_id_key" ON "content_publication"("version_id", "account_id");
