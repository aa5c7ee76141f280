namespace RecurrentGpt.Web.Features.Desk.TimeTravel;

/// <summary>What a step was made of, part by part.</summary>
public enum PastTab
{
    Memory,
    Plans,
    Recalled,
    Prompt,
    Reply,
    Facts,
}
