using Microsoft.Extensions.Localization;
using RecurrentGpt.Prompts;

namespace RecurrentGpt.Web.Features.Desk.Prompts;

/// <summary>What is wrong with a prompt, in words.</summary>
internal static class ProblemText
{
    public static string Of(TemplateProblem problem, IStringLocalizer<PromptsText> text) => text[$"Problem{problem.Kind}", Shown(problem)];

    // A part is shown as it is to be typed.
    private static string Shown(TemplateProblem problem) =>
        problem.Kind is TemplateProblemKind.LabelMissing ? problem.Name : LayoutNames.InBraces(problem.Name);
}
