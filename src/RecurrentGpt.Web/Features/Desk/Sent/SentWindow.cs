namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>The choices that are drawn, of all that there are: a story of thousands of paragraphs costs no more than a short one.</summary>
/// <param name="From">The first that is drawn.</param>
/// <param name="To">The first after it that is not.</param>
public sealed record SentWindow(int From, int To)
{
    /// <summary>How many are drawn on either side of the one that is shown.</summary>
    public const int Reach = 30;

    public static SentWindow Around(int index, int count) => new(Math.Max(0, index - Reach), Math.Min(count, Math.Max(index, 0) + Reach + 1));
}
