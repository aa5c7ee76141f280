namespace RecurrentGpt.Web.Features.Desk.LongTerm;

public enum BenchOrder
{
    Story,
    Score,
}
