namespace RecurrentGpt.Faults.Kill;

/// <summary>What must hold of a database at any moment, each as a question whose every answer is a promise that was broken.</summary>
internal static class Promises
{
    private static readonly (string Fault, string Sql)[] Questions =
    [
        ("a step without its entry in long-term memory",
            "SELECT Id FROM Steps WHERE Id NOT IN (SELECT StepId FROM MemoryEntries)"),
        ("an entry without a whole vector",
            "SELECT StepId FROM MemoryEntries WHERE Vector IS NULL OR Dimensions = 0 OR length(Vector) <> 4 * Dimensions OR Summary = ''"),
        ("a step with no paragraph, memory or words counted",
            "SELECT Id FROM Steps WHERE Paragraph = '' OR PathWords = 0 OR (PlanSource <> 'Opening' AND (ShortTermMemory = '' OR Rationale = ''))"),
        ("a step without its three plans",
            "SELECT Id FROM Steps WHERE PlanSource <> 'Opening' AND 3 <> (SELECT count(*) FROM Plans WHERE StepId = Steps.Id)"),
        ("a step of a run that is not done",
            "SELECT Id FROM Steps WHERE NOT EXISTS (SELECT 1 FROM Runs WHERE Runs.Id = Steps.RunId AND State = 'Done')"),
        ("a run that is done, and not one step of it",
            "SELECT Id FROM Runs WHERE State = 'Done' AND Kind = 'Step' AND 1 <> (SELECT count(*) FROM Steps WHERE RunId = Runs.Id)"),
        ("a run that is done, without what was asked and answered",
            "SELECT Id FROM Runs WHERE State = 'Done' AND Id NOT IN (SELECT RunId FROM Exchanges)"),
        ("a run that is done, and still has a part of its prose",
            "SELECT Id FROM Runs WHERE State = 'Done' AND Partial <> ''"),
        ("a run that has ended, without a time",
            "SELECT Id FROM Runs WHERE State <> 'Running' AND EndedAt IS NULL"),
        ("two steps after the same one, though nobody went back",
            "SELECT ParentId FROM Steps WHERE ParentId IS NOT NULL GROUP BY ParentId HAVING count(*) > 1"),
        ("two steps of one number",
            "SELECT Number FROM Steps GROUP BY StoryId, Number HAVING count(*) > 1"),
        ("a paragraph that stands twice",
            "SELECT Paragraph FROM Steps GROUP BY StoryId, Paragraph HAVING count(*) > 1"),
        ("a story that does not stand on its last step",
            "SELECT Id FROM Stories WHERE HeadId IS NOT (SELECT Id FROM Steps WHERE StoryId = Stories.Id ORDER BY Number DESC LIMIT 1)"),
        ("a path with a gap",
            "SELECT Id FROM Stories WHERE (SELECT max(Number) FROM Steps WHERE StoryId = Stories.Id) <> (SELECT count(*) FROM Steps WHERE StoryId = Stories.Id)"),
        ("redo would not lead to the step that follows",
            "SELECT Id FROM Steps WHERE NextStepId IS NOT (SELECT Id FROM Steps AS later WHERE later.ParentId = Steps.Id AND later.RunId <> Steps.RunId)"),
        ("two unattended runs of one story",
            "SELECT StoryId FROM Autopilots WHERE State = 'Running' GROUP BY StoryId HAVING count(*) > 1"),
    ];

    /// <summary>The promises that are broken; empty when all are kept.</summary>
    public static IReadOnlyList<string> Broken(Rows rows) =>
        [.. rows.Damage(), .. Questions.SelectMany(question => rows.Texts(question.Sql).Select(id => $"{question.Fault} ({id})"))];
}
