import { commands as inIndonesian } from "../id/commands.js";
import { input } from "../input-words.js";
import { contentForms } from "./content-forms.js";
import { registryCommands } from "./registry-commands.js";

/** Commands, their inputs and forms. Labels fit 45 characters, titles 24, hints and summaries 100: the narrowest platforms. */
export const commands: typeof inIndonesian = {
  commands: {
    inquiry: {
      summary: "Log a citizen's question",
      detail: "Logs a citizen's question, comment or other input. Reply to it with /inquiry to take over its text.",
      example: "/inquiry When will the street lights at the market be repaired? account=@dishub from=@citizen",
    },
    forward: {
      summary: "Forward to the related agency",
      detail: "Forwards to one or several agencies. The clock runs from the delivery in that agency's chat.",
      example: '/forward 42 PUPR note="Please check on site"',
    },
    answer: {
      summary: "Give the answer",
      detail:
        "Gives or changes the answer. A new text replaces the version before; its attachments stay unless new ones come with it or files=none is written.",
      example: "/answer 42 The repair is planned for next week.",
    },
    propose: {
      summary: "Propose content for official accounts",
      detail:
        "Drafts content for the agency's official accounts. Reply to a question's card with /propose to respond to it by content. Write - to empty an input. New attachments replace the former; files=none leaves them out.",
      example:
        '/propose Civil registry closed on 5 March. theme="Closing day" hashtags=PublicService source="Circular"',
    },
    posted: {
      summary: "Record the link of what was posted",
      detail:
        "Records where an answer or content was posted. For an answer in a private message type dm. Add reason=REASON to replace a wrong link of content.",
      example: "/posted 42 https://www.instagram.com/p/example",
    },
    return: {
      summary: "Return, not our remit",
      detail: "Returns a forward with a reason, perhaps suggesting another agency.",
      example: "/return 42 A provincial road, not ours to=PUPR",
    },
    approve: {
      summary: "Approve a text",
      detail: "The official approves the text of an answer or of content. The reaction 👍 on its card means the same.",
      example: "/approve 42",
    },
    reject: {
      summary: "Request changes to a text",
      detail: "The official returns the text with a reason. The reaction 👎 on its card means the same.",
      example: "/reject 42 Please name the date",
    },
    close: {
      summary: "Close with a reason",
      detail: "Closes without a posted answer, such as a duplicate or one that needs no reply.",
      example: "/close 42 Noted, no reply needed",
    },
    reopen: {
      summary: "Reopen a closed case",
      detail: "Reopens a closed case, such as when the citizen asks again.",
      example: "/reopen 42 The citizen asks again",
    },
    status: { summary: "See how a case stands", detail: "Shows the newest card of one case.", example: "/status 42" },
    queue: {
      summary: "See open tasks",
      detail: "Shows your agency's open cases, the most urgent first; /queue content shows its content calendar.",
      example: "/queue",
    },
    find: {
      summary: "Search cases and content",
      detail: "Searches cases by code, text, asker, account or theme; content also by hashtag or source.",
      example: "/find street lights",
    },
    history: {
      summary: "See the history of a case",
      detail: "Shows who did what and when.",
      example: "/history 42",
    },
    rules: {
      summary: "See the legal basis",
      detail: "Shows summaries of the articles everything rests on; give a word to search them.",
      example: "/rules answer",
    },
    help: {
      summary: "How to use",
      detail: "Shows the commands, or how to use one of them.",
      example: "/help forward",
    },
    cancel: {
      summary: "Cancel an unfinished entry",
      detail: "Cancels the bot's unanswered question.",
      example: "/cancel",
    },
    ...registryCommands.commands,
  },
  placeholders: {
    TEXT: "TEXT",
    CODE: "CODE",
    AGENCY: "AGENCY",
    REASON: "REASON",
    WORDS: "WORDS",
    WORD: "WORD",
    COMMAND: "COMMAND",
    URL: "URL",
    content: "content",
    dm: "dm",
    none: "none",
    ...registryCommands.placeholders,
  },
  inputNames: Object.fromEntries(Object.keys(inIndonesian.inputNames).map((name) => [name, name])),
  inputs: {
    text: input("Text", "Type or paste it in full", "Please send the text."),
    kind: input("Kind", "Such as question or input", "What kind is it?"),
    account: input("Official account", "The agency's account, such as @dishub", "On which official account?"),
    from: input("Asker", "The citizen's account, such as @citizen", "Who asks?"),
    link: input("Link of the question", "Address of the comment or message", "Please send the question's link."),
    post: input("Post it is about", "Address of the agency's own post", "Please send the post's link."),
    sentiment: input("Sentiment", "Positive, neutral or negative", "What is the sentiment?"),
    theme: input("Theme", "Such as street lights", "What is the theme?"),
    code: input("Code", "Such as KOBAR-26-0042, or just 42", "Which case? Its number is enough, such as 42."),
    agencies: input("To which agency", "Code or name; several are possible", "To which agency? Several are possible."),
    note: input("Note", "For the agency it goes to", "Any note for the agency?"),
    url: input(
      "Link of the answer",
      "Link of the posted answer; for a private message type dm",
      "Please send the posted answer's link, or dm.",
    ),
    reason: input("Reason", "In short", "What is the reason?"),
    to: input("Suggested agency", "Code or name of the agency", "Which agency instead?"),
    category: input("Category", "What the message is about, by the regulation", "Which category is it?"),
    hashtags: input("Hashtags", "For instance PublicService; several are fine", "Which hashtags?"),
    source: input(
      "Source of the information",
      "Where the facts come from, such as a circular",
      "Where do the facts come from?",
    ),
    accounts: input(
      "Accounts",
      "Empty keeps them; a new proposal is then for all official accounts",
      "For which official accounts?",
    ),
    wanted: input("Day of posting", "For instance tomorrow, Monday or 5/3", "When should it be posted?"),
    basis: input("Other basis", "Where the category is not on the regulation's list", "What is its other basis?"),
    audience: input("Audience", "For whom, such as pupils", "For whom is it?"),
    influencer: input("Influencer", "An account asked to spread it", "Who is asked to spread it?"),
    policy: input("Aligned policy", "The policy it is aligned with", "Which policy is it aligned with?"),
    cases: input(
      "Questions it responds to",
      "Codes or numbers, several are fine",
      "Which questions does it respond to?",
    ),
    why: input("Reason to propose it all the same", "Where a check asks for one", "Why propose it all the same?"),
    words: input("Words to search", "Code, text, asker, account or theme", "Which words?"),
    word: input("Word", "Such as answer or report", "Rules about what?"),
    files: input(
      "Attachments",
      "Leave empty to keep those of the version before; choose none to leave them out",
      "With attachments or with none?",
    ),
    list: input("List", "Empty for cases, or: content", "Which list?"),
    command: input("Command", "Such as forward", "Which command?"),
    ...registryCommands.inputs,
  },
  commandInputs: {
    "inquiry.text": input(
      "Citizen's words",
      "Copy and paste as it is",
      "Please send the citizen's question or comment, as it is.",
    ),
    "propose.text": input("Text", "The whole text to be posted", "Please send the text of the content."),
    "propose.theme": input("Theme", "For instance closing day", "What is its theme?"),
    "posted.account": input(
      "Account",
      "Where it was posted, for instance @dukcapil",
      "On which account was it posted?",
    ),
    "answer.text": input("Answer", "The full text for the citizen", "Please send the answer's text."),
    "return.reason": input("Reason", "Why it is not your agency's remit", "Why is it returned?"),
    "reject.reason": input("To be changed", "Name what needs changing", "What needs changing?"),
    "close.reason": input(
      "Closed because",
      "Such as: spam, post was deleted, duplicate and its code",
      "Why is it closed?",
    ),
    "reopen.reason": input("Reason for reopening", "In short", "Why is it reopened?"),
    ...contentForms.commandInputs,
    ...registryCommands.commandInputs,
  },
  forms: {
    inquiry: { title: "Log a question", submit: "Save" },
    forward: { title: "Forward", submit: "Forward" },
    answer: { title: "Answer", submit: "Send" },
    propose: { title: "Content proposal", submit: "Save draft" },
    posted: { title: "Posted", submit: "Save" },
    return: { title: "Not our remit", submit: "Return" },
    reject: { title: "Request changes", submit: "Send" },
    close: { title: "Close", submit: "Close" },
    reopen: { title: "Reopen", submit: "Reopen" },
    ...contentForms.forms,
    ...registryCommands.forms,
  },
};
