-- Chats and people of the simulated platform that no registry has to know.
-- CreateTable
CREATE TABLE "simulator_chat" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "simulator_chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "simulator_user" (
    "id" TEXT NOT NULL,
    "government_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "simulator_user_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "simulator_chat_government_id_name_key" ON "simulator_chat"("government_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "simulator_user_government_id_name_key" ON "simulator_user"("government_id", "name");
