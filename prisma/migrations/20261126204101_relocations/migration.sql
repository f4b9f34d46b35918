-- CreateTable
CREATE TABLE "relocation" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "to_workspace" TEXT NOT NULL,
    "to_channel" TEXT NOT NULL,

    CONSTRAINT "relocation_pkey" PRIMARY KEY ("platform","workspace","channel")
);
