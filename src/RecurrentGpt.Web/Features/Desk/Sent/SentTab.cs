namespace RecurrentGpt.Web.Features.Desk.Sent;

public enum SentTab
{
    Prompt,
    Reply,
    Receipt,
}
