using Microsoft.Extensions.Localization;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>Says why something could not be embedded; what fails here never stops the writing, so it is said in one sentence.</summary>
internal static class EmbeddingFailure
{
    public static string Say(IStringLocalizer<IndexingText> text, StepFailure failure)
    {
        var why = text[$"Why{failure.Kind}"];
        return why.ResourceNotFound ? text["WhyOther"].Value : why.Value;
    }
}
