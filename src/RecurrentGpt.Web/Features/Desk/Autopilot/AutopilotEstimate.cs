using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>What a run is about to take, before it is started.</summary>
/// <param name="Requests">Chat requests, when nothing has to be asked twice.</param>
/// <param name="MeasuredSteps">How many paragraphs of the story it rests on; 0 when it rests on the next prompt and the length of a paragraph.</param>
public sealed record AutopilotEstimate(int Requests, long FewestTokens, long MostTokens, decimal? LowestCost, decimal? HighestCost, int MeasuredSteps)
{
    // Tokens of a sentence, of an entry that is recalled and of a plan, from short to long, and what a thousand words of memory come to.
    private const int ShortSentence = 15, LongSentence = 35;
    private const int Entry = 90;
    private const int ShortPlan = 70, LongPlan = 220;
    private const double TokensAWord = 1.5;

    // Rules of the smaller prompts, the plans that were offered at choices of the author's own, and short answers.
    private const int Rules = 1_000;
    private const int Taste = 1_600;
    private const int ShortAnswer = 40, LongAnswer = 160;
    private const int Plans = 3;

    /// <param name="steps">How many paragraphs are to be written.</param>
    /// <param name="costOf">What tokens cost; null without prices.</param>
    public static AutopilotEstimate Of(AutopilotOrder order, int steps, EstimateBasis basis, Func<TokenUsage, decimal?> costOf)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(costOf);
        var chooses = order.Author == AuthorKind.Simulated;
        var step = Step(basis) + (chooses ? Choice(order, basis) : UsageRange.None) + (order.NeedsJudge ? Judgement(order, basis) : UsageRange.None);
        var all = steps * step;
        var requests = steps * (1 + (chooses ? 1 : 0) + (order.NeedsJudge ? 1 : 0));
        return new AutopilotEstimate(requests, Sum(all.Fewest), Sum(all.Most), costOf(all.Fewest), costOf(all.Most), basis.Steps.Count);
    }

    private static UsageRange Step(EstimateBasis basis)
    {
        if (basis.Steps.Count > 0)
        {
            return UsageRange.Measured(basis.Steps);
        }

        var (sentences, fullMemory) = (basis.Settings.ParagraphSentences, FullMemory(basis));
        var growth = Math.Max(0, fullMemory - basis.MemoryTokens) + (basis.Settings.RecallCount * Entry);
        return UsageRange.Of(
            basis.PromptTokens,
            basis.PromptTokens + growth,
            (sentences * ShortSentence) + basis.MemoryTokens + (Plans * ShortPlan) + ShortAnswer,
            (sentences * LongSentence) + Math.Max(fullMemory, basis.MemoryTokens) + (Plans * LongPlan) + (2 * LongAnswer));
    }

    // One that wrote paragraphs out longer says nothing of one that does not, and the other way round.
    private static UsageRange Choice(AutopilotOrder order, EstimateBasis basis)
    {
        if (basis.Choices.Count > 0 && !order.Extends)
        {
            return UsageRange.Measured(basis.Choices);
        }

        var (sentences, condition) = (basis.Settings.ParagraphSentences, TokenEstimate.Of(order.StopCondition));
        var (shortParagraph, longParagraph) = (sentences * ShortSentence, sentences * LongSentence);
        return UsageRange.Of(
            Rules + shortParagraph + basis.MemoryTokens + (Plans * ShortPlan) + condition,
            Rules + longParagraph + Math.Max(FullMemory(basis), basis.MemoryTokens) + (Plans * LongPlan) + condition + (order.UsesTaste ? Taste : 0),
            ShortAnswer + (order.Extends ? 2 * shortParagraph : 0),
            LongAnswer + (order.MayRevise ? LongPlan : 0) + (condition > 0 ? LongAnswer : 0) + (order.Extends ? 2 * longParagraph : 0));
    }

    private static UsageRange Judgement(AutopilotOrder order, EstimateBasis basis)
    {
        if (basis.Judgements.Count > 0)
        {
            return UsageRange.Measured(basis.Judgements);
        }

        var (sentences, condition) = (basis.Settings.ParagraphSentences, TokenEstimate.Of(order.StopCondition));
        return UsageRange.Of((Rules / 2) + (sentences * ShortSentence) + condition, Rules + (sentences * LongSentence) + condition, ShortAnswer / 2, LongAnswer);
    }

    private static int FullMemory(EstimateBasis basis) => (int)(basis.Settings.MemoryWords * TokensAWord);

    private static long Sum(TokenUsage usage) => usage.Input + usage.Output;
}
