namespace RecurrentGpt.Web.Features.Desk;

/// <summary>What a phone shows, one at a time; a wide screen shows all of it.</summary>
public enum DeskTab
{
    Draft,
    Memory,
    Plans,
    Recall,
    Outline,
}
