namespace RecurrentGpt.Web.Features.Library;

/// <summary>How the shelf is sorted.</summary>
public enum ShelfOrder
{
    Changed,
    Title,
    Length,
}
