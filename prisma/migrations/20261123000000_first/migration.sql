-- CreateTable
CREATE TABLE "government" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "example" BOOLEAN NOT NULL DEFAULT false,
    "clock_offset_ms" BIGINT NOT NULL DEFAULT 0,
    "registry_version" INTEGER NOT NULL DEFAULT 1,
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "government_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'internal',
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "native_id" TEXT NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "government_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("government_id","platform","workspace","user_id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "dated_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sop" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "agency_id" TEXT,
    "number" TEXT NOT NULL,
    "dated_at" TIMESTAMPTZ(3) NOT NULL,
    "issuer" TEXT NOT NULL,
    "deadline_hours" INTEGER,
    "gates" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "sop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_counter" (
    "government_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next" INTEGER NOT NULL,

    CONSTRAINT "case_counter_pkey" PRIMARY KEY ("government_id","year")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT,
    "text" TEXT NOT NULL,
    "account" TEXT,
    "asker" TEXT,
    "link" TEXT,
    "post" TEXT,
    "sentiment" TEXT,
    "theme" TEXT,
    "status" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "gate" JSONB,
    "closed_reason" TEXT,
    "closed_detail" TEXT,
    "duplicate_of" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "reopened_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forward" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "inquiry_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "forwarded_by" TEXT NOT NULL,
    "from_agency_id" TEXT NOT NULL,
    "forwarded_at" TIMESTAMPTZ(3) NOT NULL,
    "first_forwarded_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "clock_hours" INTEGER,
    "clock_level" TEXT,
    "clock_citation" TEXT,
    "deadline_at" TIMESTAMPTZ(3),
    "answer_text" TEXT,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "return_suggests" TEXT,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "forward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "inquiry_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "inquiry_id" TEXT NOT NULL,
    "answer_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "person_id" TEXT NOT NULL,
    "appointment_id" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "inquiry_id" TEXT NOT NULL,
    "answer_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "url" TEXT,
    "posted_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ping" (
    "government_id" TEXT NOT NULL,
    "forward_id" TEXT NOT NULL,
    "inquiry_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "ping_pkey" PRIMARY KEY ("forward_id","stage","agency_id","purpose")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "inquiry_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dialogue" (
    "government_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "asking" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialogue_pkey" PRIMARY KEY ("government_id","lane","user_id")
);

-- CreateTable
CREATE TABLE "action_token" (
    "token" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "action" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "history" (
    "id" BIGSERIAL NOT NULL,
    "government_id" TEXT NOT NULL,
    "inquiry_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "seal_no" BIGINT,
    "hash" TEXT,

    CONSTRAINT "history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "government_id" TEXT,
    "platform" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" JSONB,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_token" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "deaths" INTEGER NOT NULL DEFAULT 0,
    "exceptions" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "government_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "cause_key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "thread" TEXT,
    "lane" TEXT NOT NULL,
    "whisper_to" TEXT,
    "reply_to" JSONB,
    "expects_reply_from" TEXT,
    "content" JSONB NOT NULL,
    "inquiry_id" TEXT,
    "card_key" TEXT,
    "card_version" INTEGER,
    "duties" JSONB NOT NULL DEFAULT '[]',
    "when_unknown" TEXT NOT NULL DEFAULT 'repeat',
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ambiguous" BOOLEAN NOT NULL DEFAULT false,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_attempt_at" TIMESTAMPTZ(3),
    "first_attempt_case_at" TIMESTAMPTZ(3),
    "lease_token" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "government_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "shown_version" INTEGER NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("government_id","key")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "government_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("government_id","name","slot")
);

-- CreateTable
CREATE TABLE "simulator_message" (
    "id" BIGSERIAL NOT NULL,
    "government_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL DEFAULT '[]',
    "buttons" JSONB NOT NULL DEFAULT '[]',
    "reply_to" BIGINT,
    "edited_at" TIMESTAMPTZ(3),
    "visible_to" TEXT,
    "expects_reply_from" TEXT,
    "idempotency_key" TEXT,
    "revision" BIGSERIAL NOT NULL,

    CONSTRAINT "simulator_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "simulator_reaction" (
    "message_id" BIGINT NOT NULL,
    "emoji" TEXT NOT NULL,
    "author" TEXT NOT NULL,

    CONSTRAINT "simulator_reaction_pkey" PRIMARY KEY ("message_id","emoji","author")
);

-- CreateIndex
CREATE UNIQUE INDEX "government_code_key" ON "government"("code");

-- CreateIndex
CREATE UNIQUE INDEX "agency_government_id_code_key" ON "agency"("government_id", "code");

-- CreateIndex
CREATE INDEX "channel_government_id_idx" ON "channel"("government_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_platform_workspace_native_id_key" ON "channel"("platform", "workspace", "native_id");

-- CreateIndex
CREATE INDEX "person_government_id_idx" ON "person"("government_id");

-- CreateIndex
CREATE INDEX "appointment_government_id_idx" ON "appointment"("government_id");

-- CreateIndex
CREATE INDEX "sop_government_id_idx" ON "sop"("government_id");

-- CreateIndex
CREATE INDEX "inquiry_government_id_agency_id_status_idx" ON "inquiry"("government_id", "agency_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_government_id_code_key" ON "inquiry"("government_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_government_id_year_number_key" ON "inquiry"("government_id", "year", "number");

-- CreateIndex
CREATE INDEX "forward_inquiry_id_idx" ON "forward"("inquiry_id");

-- CreateIndex
CREATE INDEX "forward_government_id_agency_id_status_idx" ON "forward"("government_id", "agency_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "answer_inquiry_id_version_key" ON "answer"("inquiry_id", "version");

-- CreateIndex
CREATE INDEX "decision_inquiry_id_idx" ON "decision"("inquiry_id");

-- CreateIndex
CREATE INDEX "publication_inquiry_id_idx" ON "publication"("inquiry_id");

-- CreateIndex
CREATE INDEX "ping_government_id_taken_at_due_at_idx" ON "ping"("government_id", "taken_at", "due_at");

-- CreateIndex
CREATE INDEX "reply_inquiry_id_idx" ON "reply"("inquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_platform_workspace_channel_message_id_key" ON "reply"("platform", "workspace", "channel", "message_id");

-- CreateIndex
CREATE INDEX "history_inquiry_id_idx" ON "history"("inquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "history_government_id_seal_no_key" ON "history"("government_id", "seal_no");

-- CreateIndex
CREATE INDEX "inbox_state_lane_id_idx" ON "inbox"("state", "lane", "id");

-- CreateIndex
CREATE INDEX "inbox_state_not_before_idx" ON "inbox"("state", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_platform_event_id_key" ON "inbox"("platform", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_cause_key_key" ON "outbox"("cause_key");

-- CreateIndex
CREATE INDEX "outbox_state_platform_lane_seq_idx" ON "outbox"("state", "platform", "lane", "seq");

-- CreateIndex
CREATE INDEX "outbox_platform_workspace_channel_message_id_idx" ON "outbox"("platform", "workspace", "channel", "message_id");

-- CreateIndex
CREATE INDEX "outbox_government_id_card_key_state_idx" ON "outbox"("government_id", "card_key", "state");

-- CreateIndex
CREATE UNIQUE INDEX "simulator_message_idempotency_key_key" ON "simulator_message"("idempotency_key");

-- CreateIndex
CREATE INDEX "simulator_message_channel_id_idx" ON "simulator_message"("channel", "id");

-- CreateIndex
CREATE INDEX "simulator_message_revision_idx" ON "simulator_message"("revision");

-- Everything below is written by hand: Prisma's diff neither makes nor drops it.

-- Only example governments have a moved clock.
ALTER TABLE "government" ADD CONSTRAINT "government_real_clock_check" CHECK ("example" OR "clock_offset_ms" = 0);

-- Raises inside a larger statement, so that all of the statement is undone. TG001: lease lost. TG002: another version.
-- TG003: no such government.
CREATE FUNCTION "tanggap_require"("ok" BOOLEAN, "code" TEXT, "what" TEXT) RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF "ok" IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = "code", MESSAGE = "what";
  END IF;
  RETURN TRUE;
END
$$;

-- Whoever changes the registry, by whatever tool, makes every process load it anew.
CREATE FUNCTION "tanggap_registry_changed"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "government" SET "registry_version" = "registry_version" + 1 WHERE "id" = OLD."government_id";
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "government" SET "registry_version" = "registry_version" + 1 WHERE "id" = NEW."government_id";
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "agency_changed" AFTER INSERT OR UPDATE OR DELETE ON "agency" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
CREATE TRIGGER "channel_changed" AFTER INSERT OR UPDATE OR DELETE ON "channel" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
CREATE TRIGGER "person_changed" AFTER INSERT OR UPDATE OR DELETE ON "person" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
CREATE TRIGGER "identity_changed" AFTER INSERT OR UPDATE OR DELETE ON "identity" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
CREATE TRIGGER "appointment_changed" AFTER INSERT OR UPDATE OR DELETE ON "appointment" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
CREATE TRIGGER "sop_changed" AFTER INSERT OR UPDATE OR DELETE ON "sop" FOR EACH ROW EXECUTE FUNCTION "tanggap_registry_changed"();
