namespace RecurrentGpt.Web.Features.Desk.LongTerm;

public enum BenchTab
{
    Entries,
    Map,
}
