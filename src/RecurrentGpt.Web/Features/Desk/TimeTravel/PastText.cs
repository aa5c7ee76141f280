namespace RecurrentGpt.Web.Features.Desk.TimeTravel;

/// <summary>A text as it was, and what stands in its place today.</summary>
/// <param name="Now">Null when nothing stands there any more.</param>
public sealed record PastText(string Then, string? Now)
{
    public bool IsOther => !string.Equals(Then, Now, StringComparison.Ordinal);
}

/// <summary>A plan or an entry of long-term memory, by its number.</summary>
public sealed record NumberedText(int Number, PastText Text);

/// <summary>A paragraph of the draft as it was when a later step was written.</summary>
public sealed record PastParagraph(Guid StepId, int Number, PastText Text);
