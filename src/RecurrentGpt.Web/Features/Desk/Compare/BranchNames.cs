using Microsoft.Extensions.Localization;

namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>What a branch is called here.</summary>
internal static class BranchNames
{
    public static string Of(BranchChoice branch, IStringLocalizer<CompareText> text) => branch.IsDraft ? text["TheDraft"] : branch.Name;
}
