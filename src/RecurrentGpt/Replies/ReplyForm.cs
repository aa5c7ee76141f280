using RecurrentGpt.Authors;

namespace RecurrentGpt.Replies;

/// <summary>The sections that a prompt asks for, in the order in which they are asked for.</summary>
public sealed class ReplyForm
{
    private static readonly Section[] Plans = [Section.Instruction1, Section.Instruction2, Section.Instruction3];

    private ReplyForm(string name, IReadOnlyList<Section> sections, IReadOnlyList<Section> required)
    {
        Name = name;
        Sections = sections;
        Required = required;
    }

    /// <summary>The opening: title, outline, three paragraphs, memory, three plans. Title and outline may be missing.</summary>
    public static ReplyForm Opening { get; } = new(
        nameof(Opening),
        [Section.Name, Section.Outline, Section.Paragraph1, Section.Paragraph2, Section.Paragraph3, Section.Memory, .. Plans],
        [Section.Paragraph1, Section.Paragraph2, Section.Paragraph3, Section.Memory, .. Plans]);

    /// <summary>One step. The paragraph comes first, so that prose is on the screen at once; summary and rationale may be missing.</summary>
    public static ReplyForm Step { get; } = new(
        nameof(Step),
        [Section.Paragraph, Section.ParagraphSummary, Section.Rationale, Section.Memory, .. Plans],
        [Section.Paragraph, Section.Memory, .. Plans]);

    /// <summary>A step after which nothing is to be chosen: the ending of a story that is played, or its epilogue. Summary and rationale may be missing.</summary>
    public static ReplyForm Ending { get; } = new(
        nameof(Ending),
        [Section.Paragraph, Section.ParagraphSummary, Section.Rationale, Section.Memory],
        [Section.Paragraph, Section.Memory]);

    /// <summary>What is read out of an opening that the author brought: title, outline, memory, three plans.</summary>
    public static ReplyForm OwnOpening { get; } = new(
        nameof(OwnOpening),
        [Section.Name, Section.Outline, Section.Memory, .. Plans],
        [Section.Memory, .. Plans]);

    /// <summary>Three new plans for a paragraph that stands.</summary>
    public static ReplyForm NewPlans { get; } = new(nameof(NewPlans), Plans, Plans);

    /// <summary>A paragraph read again after an edit: its summary, and memory with why it changes. The reason may be missing.</summary>
    public static ReplyForm Reread { get; } = new(
        nameof(Reread),
        [Section.ParagraphSummary, Section.Rationale, Section.Memory],
        [Section.ParagraphSummary, Section.Memory]);

    /// <summary>Short-term memory, made shorter.</summary>
    public static ReplyForm ShorterMemory { get; } = new(nameof(ShorterMemory), [Section.Memory], [Section.Memory]);

    /// <summary>A passage in other words.</summary>
    public static ReplyForm Rewrite { get; } = new(nameof(Rewrite), [Section.RewrittenPassage], [Section.RewrittenPassage]);

    /// <summary>What of a plan is in its paragraph.</summary>
    public static ReplyForm Coverage { get; } = new(nameof(Coverage), [Section.Coverage], [Section.Coverage]);

    /// <summary>All that a simulated author may be asked for: the number of a plan and why, and what the order allows beside it.</summary>
    public static ReplyForm Choice { get; } = new(
        nameof(Choice),
        [Section.Choice, Section.ChoiceReason, Section.FollowedChoice, Section.RevisedPlan, Section.Verdict, Section.VerdictPassage, Section.ExtendedParagraph],
        [Section.Choice, Section.ChoiceReason, Section.Verdict]);

    /// <summary>Whether a stop condition has come to pass, and where that is read. The passage may be missing.</summary>
    public static ReplyForm Judgement { get; } = new(nameof(Judgement), [Section.Verdict, Section.VerdictPassage], [Section.Verdict]);

    /// <summary>The form's name, for messages and logs.</summary>
    public string Name { get; }

    /// <summary>The sections asked for, in order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>Those of them without which the reply cannot be used.</summary>
    public IReadOnlyList<Section> Required { get; }

    /// <summary>The labels that its sections may come under, for the parser. Two threads may make it at once, and make the same.</summary>
    internal LabelTable Table => field ??= LabelTable.Make(this);

    /// <summary>The form of one choice: what the order does not ask for is left out of <see cref="Choice"/>.</summary>
    public static ReplyForm ChoiceFor(ChoiceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Choice.Only([.. Choice.Sections.Where(IsWanted)]);

        bool IsWanted(Section section) => section switch
        {
            Section.FollowedChoice => order.UsesTaste,
            Section.RevisedPlan => order.MayRevise,
            Section.Verdict or Section.VerdictPassage => order.StopCondition.Length > 0,
            Section.ExtendedParagraph => order.Extends,
            _ => true,
        };
    }

    /// <summary>The form of a repair: only <paramref name="missing"/>, in this form's order, each of them needed.</summary>
    /// <exception cref="ArgumentException">None of <paramref name="missing"/> belongs to this form.</exception>
    public ReplyForm Only(IReadOnlyCollection<Section> missing)
    {
        Section[] wanted = [.. Sections.Where(missing.Contains)];
        return wanted.Length > 0
            ? new ReplyForm(Name, wanted, [.. Required.Where(missing.Contains)])
            : throw new ArgumentException($"None of these sections belongs to the form {Name}.", nameof(missing));
    }
}
