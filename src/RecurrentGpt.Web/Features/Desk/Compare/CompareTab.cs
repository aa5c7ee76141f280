namespace RecurrentGpt.Web.Features.Desk.Compare;

public enum CompareTab
{
    Text,
    Memory,
}
