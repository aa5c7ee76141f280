using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;
using StoryCard = RecurrentGpt.Stories.StoryCard;
using StorySettings = RecurrentGpt.Stories.StorySettings;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Replies that cannot be used as they are: what is kept of them, and what is said about the rest.</summary>
internal static class BrokenReplies
{
    private static readonly string Good = Plain(Step, ReplyForm.Step);
    private static readonly Section[] ToMemory = [Section.Paragraph, Section.ParagraphSummary, Section.Rationale];

    internal static IEnumerable<ReplyCase> All =>
    [
        Nothing("empty", "", ReplyProblem.Empty),
        Nothing("only space", " \r\n\t\u3000\n", ReplyProblem.Empty),
        Nothing("only a mark and tokens", "\uFEFF<|im_start|>assistant<|im_end|>", ReplyProblem.Empty),
        Nothing("only thinking", "<think>Output Paragraph:\nWhat shall I write?</think>\n", ReplyProblem.Empty),
        Nothing("thinking that never ends", $"<think>\n{Good}", ReplyProblem.Empty) with { End = ReplyEnd.Length },
        Nothing("only an empty fence", "```\n```", ReplyProblem.Empty),
        Nothing("refusal", "I'm sorry, but I can't help with that request.", ReplyProblem.Refusal),
        Nothing("refusal with another apostrophe", "I’m sorry, but I can’t continue this story. It goes against my guidelines.", ReplyProblem.Refusal),
        Nothing("refusal of a machine", "As an AI language model, I am unable to create content of this kind.", ReplyProblem.Refusal),
        Nothing("Chinese refusal", "很抱歉，我无法继续创作这个故事。", ReplyProblem.Refusal),
        Nothing("another Chinese refusal", "作为一个人工智能助手，我不能提供这类内容。", ReplyProblem.Refusal),
        Nothing("refusal under a label", "Output Paragraph:\nI'm sorry, but I can't write this scene.", ReplyProblem.Refusal),
        Nothing("prose without labels", $"{Step[Section.Paragraph]}\n\n{Step[Section.Memory]}", ReplyProblem.MissingLabels),
        Nothing("Chinese prose without labels", ChineseStep[Section.Paragraph], ReplyProblem.MissingLabels),
        Nothing("prose that begins like a refusal", "\"I cannot,\" she said.\n\nThe ferry moved on without them, and nobody spoke until the bank was near.", ReplyProblem.MissingLabels),
        Nothing("prose without labels, cut", "The ferry had stopped in mid-river, and nobody at the", ReplyProblem.Truncated) with { End = ReplyEnd.Length },
        Nothing("an error page", "<html><head><title>502 Bad Gateway</title></head><body></body></html>", ReplyProblem.MissingLabels),
        Broken("filtered in the paragraph", CutIn("The ferry had"), ReplyProblem.ContentFilter) with { End = ReplyEnd.ContentFilter },
        Broken("filtered in the memory", CutIn("Pavel knows"), ReplyProblem.ContentFilter, ToMemory) with { End = ReplyEnd.ContentFilter },
        Nothing("filtered before a word", "", ReplyProblem.ContentFilter) with { End = ReplyEnd.ContentFilter },
        Broken("cut in the paragraph", CutIn("The ferry had"), ReplyProblem.Truncated) with { End = ReplyEnd.Length },
        Broken("cut behind the paragraph's first sentence", CutIn("Maren said."), ReplyProblem.Truncated) with { End = ReplyEnd.Length },
        Broken("cut in the memory", CutIn("Pavel knows"), ReplyProblem.Truncated, ToMemory) with { End = ReplyEnd.Length },
        Broken("cut in the memory, and nobody said so", CutIn("Pavel knows"), ReplyProblem.Truncated, ToMemory),
        Broken("the stream ended in the memory", CutIn("Pavel knows"), ReplyProblem.Truncated, ToMemory) with { End = ReplyEnd.Unknown },
        Broken("the stream ended behind a sentence of the memory", CutIn("The ferry has stopped."), ReplyProblem.Truncated, ToMemory) with { End = ReplyEnd.Unknown },
        Broken("cut in a label", CutIn("Instruc"), ReplyProblem.Truncated, ToMemory) with { End = ReplyEnd.Length },
        Broken("cut behind a label", CutIn("Instruction 1:"), ReplyProblem.Truncated, [.. ToMemory, Section.Memory]) with { End = ReplyEnd.Length },
        Broken("the stream ended behind a label", CutIn("Instruction 2:"), ReplyProblem.Truncated, [.. ToMemory, Section.Memory, Section.Instruction1]) with { End = ReplyEnd.Unknown },
        Broken("cut in the last plan", Good[..^9], ReplyProblem.Truncated, [.. ToMemory, Section.Memory, Section.Instruction1, Section.Instruction2]) with { End = ReplyEnd.Length },
        Broken("the stream ended in the last plan", Good[..^9], ReplyProblem.Truncated, [.. ToMemory, Section.Memory, Section.Instruction1, Section.Instruction2]) with { End = ReplyEnd.Unknown },
        new("Chinese, cut in the memory", ReplyForm.Step, Cut(Plain(ChineseStep, ReplyForm.Step), "渡船停了。帕维尔"), Only(ChineseStep, ToMemory)) { End = ReplyEnd.Length, Problem = ReplyProblem.Truncated },
        new("Chinese, cut and nobody said so", ReplyForm.Step, Cut(Plain(ChineseStep, ReplyForm.Step), "渡船停了。帕维尔"), Only(ChineseStep, ToMemory)) { Problem = ReplyProblem.Truncated },
        Broken("two plans", Plain(Without(Step, Section.Instruction3), ReplyForm.Step), ReplyProblem.MissingFields, [.. ToMemory, Section.Memory, Section.Instruction1, Section.Instruction2]),
        Broken("two plans in a list", Plain(Only(Step, [.. ToMemory, Section.Memory]), ReplyForm.Step) + $"\n\nInstructions:\n1. {Step[Section.Instruction1]}\n2. {Step[Section.Instruction2]}",
            ReplyProblem.MissingFields, [.. ToMemory, Section.Memory, Section.Instruction1, Section.Instruction2]),
        Broken("no memory", Plain(Without(Step, Section.Memory), ReplyForm.Step), ReplyProblem.MissingFields, [.. ToMemory, Section.Instruction1, Section.Instruction2, Section.Instruction3]),
        Broken("memory's label without memory", Plain(new Dictionary<Section, string>(Step) { [Section.Memory] = "" }, ReplyForm.Step), ReplyProblem.MissingFields,
            [.. ToMemory, Section.Instruction1, Section.Instruction2, Section.Instruction3]),
        Broken("only a heading where memory should be", Good.Replace("Rationale:", "Output Memory:\nRationale:", StringComparison.Ordinal).Replace($"Updated Memory:\n{Step[Section.Memory]}\n\n", "", StringComparison.Ordinal),
            ReplyProblem.MissingFields, [.. ToMemory, Section.Instruction1, Section.Instruction2, Section.Instruction3]),
        Broken("only the paragraph", Plain(Only(Step, Section.Paragraph), ReplyForm.Step), ReplyProblem.MissingFields, Section.Paragraph),
        Echo("square brackets", "[your text]"),
        Echo("angle brackets", "<paragraph here>"),
        Echo("dots", "..."),
        Echo("the paper's format", "string of output paragraph, around 20 sentences."),
        Echo("Chinese brackets", "（在此填写内容）"),
        Broken("memory is a placeholder", Plain(new Dictionary<Section, string>(Step) { [Section.Memory] = "[updated memory, 10 to 20 sentences]" }, ReplyForm.Step), ReplyProblem.TemplateEcho,
            [.. ToMemory, Section.Instruction1, Section.Instruction2, Section.Instruction3]),
        Nothing("the prompt's example", Example, ReplyProblem.TemplateEcho),
        Nothing("the prompt's example, lines joined", string.Join("\n\n", Example.Split("\n\n").Select(part => part.Replace('\n', ' '))), ReplyProblem.TemplateEcho),
        new("plans first, cut in the memory, and nobody said so", ReplyForm.Step, Plain(Plans, ReplyForm.NewPlans) + "\n\n" + Cut(Good, "Pavel knows"), With(Plans, ToMemory)) { Problem = ReplyProblem.Truncated },
        new("a shorter memory, cut", ReplyForm.ShorterMemory, "Updated Memory:\nMaren and Pavel cross the river Sool by", new Dictionary<Section, string>()) { Problem = ReplyProblem.Truncated },
    ];

    private static Dictionary<Section, string> Plans => Only(Step, Section.Instruction1, Section.Instruction2, Section.Instruction3);

    private static string Example
    {
        get
        {
            var head = StepPrompt.Render(new StoryCard(), new StorySettings(), "", "", [], "", newCharacter: false).System.Text;
            return head[head.LastIndexOf("Output Paragraph:", StringComparison.Ordinal)..];
        }
    }

    private static ReplyCase Nothing(string name, string text, ReplyProblem problem) => new(name, ReplyForm.Step, text, new Dictionary<Section, string>()) { Problem = problem };

    private static ReplyCase Broken(string name, string text, ReplyProblem problem, params Section[] kept) => new(name, ReplyForm.Step, text, Only(Step, kept)) { Problem = problem };

    private static ReplyCase Echo(string name, string placeholder) =>
        Nothing($"echo: {name}", Plain(Step.ToDictionary(section => section.Key, _ => placeholder), ReplyForm.Step), ReplyProblem.TemplateEcho);

    private static Dictionary<Section, string> With(Dictionary<Section, string> sections, Section[] more) => Only(Step, [.. sections.Keys, .. more]);

    private static string CutIn(string words) => Cut(Good, words);

    private static string Cut(string text, string words) => text[..(text.IndexOf(words, StringComparison.Ordinal) + words.Length)];
}
