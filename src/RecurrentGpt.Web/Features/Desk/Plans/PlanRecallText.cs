namespace RecurrentGpt.Web.Features.Desk.Plans;

/// <summary>Names the resource that holds the words of what a plan would recall.</summary>
public sealed class PlanRecallText;
