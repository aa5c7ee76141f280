namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Names the words of branches and the tree: <c>IStringLocalizer&lt;TreeText&gt;</c> reads TreeText.resx.</summary>
public sealed class TreeText;
