using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Well-formed replies of our own making, section by section, and ways in which models dress them.</summary>
internal static class SampleReply
{
    internal static IReadOnlyDictionary<Section, string> Step { get; } = new Dictionary<Section, string>
    {
        [Section.Paragraph] = "\"Leave the lamp,\" Maren said. The ferry had stopped in mid-river, and nobody at the winch would look at her.\n\nPavel counted the coins twice. Paragraph 2 of the old treaty said that no toll was due after dark; memory is a strange thing, and he remembered every word of it.",
        [Section.ParagraphSummary] = "Maren and Pavel are stuck on the ferry in mid-river at night. Pavel remembers the treaty that frees them from the toll.",
        [Section.Rationale] = "Dropped: the market in Oren, because it is behind them. Added: the treaty, because the winch crew will break it.",
        [Section.Memory] = "Maren and Pavel cross the river Sool by night. The ferry has stopped. Pavel knows the treaty by heart. The winch crew is afraid of somebody on the far bank.",
        [Section.Instruction1] = "Pavel recites the treaty aloud. The oldest man at the winch begins to weep. The ferry moves again.",
        [Section.Instruction2] = "Maren lowers herself into the water with the lamp held high. Something takes the rope from her hand.",
        [Section.Instruction3] = "A voice from the far bank calls Pavel by his childhood name. He answers before he can stop himself.",
    };

    internal static IReadOnlyDictionary<Section, string> ChineseStep { get; } = new Dictionary<Section, string>
    {
        [Section.Paragraph] = "“把灯留下。”玛仁说。渡船停在河心，绞盘旁的人谁也不肯看她。\n\n帕维尔把铜钱数了两遍。旧约的第二段说，入夜之后不收渡资；记忆是奇怪的东西，他记得每一个字。",
        [Section.ParagraphSummary] = "夜里，玛仁和帕维尔被困在河心的渡船上。帕维尔想起了免除渡资的旧约。",
        [Section.Rationale] = "删去奥伦的集市，因为他们已经离开。加入旧约，因为绞盘工人将要违背它。",
        [Section.Memory] = "玛仁和帕维尔在夜里渡过苏尔河。渡船停了。帕维尔能背出旧约。绞盘工人害怕对岸的某个人。",
        [Section.Instruction1] = "帕维尔大声背出旧约。最老的绞盘工人哭了起来。渡船又动了。",
        [Section.Instruction2] = "玛仁举着灯下到水里。有什么东西从她手里夺走了绳子。",
        [Section.Instruction3] = "对岸有人用帕维尔的小名叫他。他来不及忍住就答应了。",
    };

    internal static IReadOnlyDictionary<Section, string> Rewrite { get; } = new Dictionary<Section, string>
    {
        [Section.RewrittenPassage] = "and the ferry stood in mid-river as if it had been told to.\n\n***\n\nNobody at the winch looked up. \"Leave the lamp,\" *she* said, and",
    };

    internal static IReadOnlyDictionary<Section, string> Opening { get; } = new Dictionary<Section, string>
    {
        [Section.Name] = "The Toll at Sool",
        [Section.Outline] = "Two smugglers cross a river that has no other bank on any map. They find who drew the map, and why.",
        [Section.Paragraph1] = "The map ended at the river. Maren had paid a month's wages for it.",
        [Section.Paragraph2] = "Pavel laughed until the ferryman told him the price.\n\n\"Each of you leaves a name,\" the man said.",
        [Section.Paragraph3] = "They pushed off at dusk. Behind them somebody put out the lamps on the quay, one by one.",
        [Section.Memory] = "Maren and Pavel have paid the ferryman with their names. The map ends at the river Sool. Somebody on the quay put out the lamps.",
        [Section.Instruction1] = "The ferry stops in mid-river. The crew will not say why.",
        [Section.Instruction2] = "Pavel finds that he cannot say his own name. He hides it from Maren.",
        [Section.Instruction3] = "Maren steers back to the quay, and the quay is gone.",
    };

    /// <summary>The labels that the prompt asks for, each on a line of its own.</summary>
    internal static string Plain(IReadOnlyDictionary<Section, string> sections, ReplyForm form) =>
        Write(sections, form, label => $"{label}:\n", "\n\n");

    /// <summary>Writes sections in the form's order.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="form">The form.</param>
    /// <param name="dress">A label's line, up to where the text begins.</param>
    /// <param name="between">What stands behind each section.</param>
    internal static string Write(IReadOnlyDictionary<Section, string> sections, ReplyForm form, Func<string, string> dress, string between) =>
        string.Concat(form.Sections.Where(sections.ContainsKey).Select(section => dress(Labels.Of(section, form)) + sections[section] + between)).TrimEnd();

    /// <summary>Writes sections under other labels than the prompt's.</summary>
    internal static string WriteAs(IReadOnlyDictionary<Section, string> sections, Func<string, string> dress, params (Section Section, string Label)[] labels) =>
        string.Join("\n\n", labels.Select(label => dress(label.Label) + sections[label.Section]));

    internal static Dictionary<Section, string> Only(IReadOnlyDictionary<Section, string> sections, params Section[] kept) =>
        sections.Where(section => kept.Contains(section.Key)).ToDictionary();

    internal static Dictionary<Section, string> Without(IReadOnlyDictionary<Section, string> sections, params Section[] left) =>
        sections.Where(section => !left.Contains(section.Key)).ToDictionary();
}
