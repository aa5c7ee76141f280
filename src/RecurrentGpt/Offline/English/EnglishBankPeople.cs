namespace RecurrentGpt.Offline.English;

/// <summary>What people do with their hands, and what they think while they do it.</summary>
internal static class EnglishBankPeople
{
    internal const string Text = """
        # moves
        {P} {gesture}, and felt {feel}.
        {P} {gesture}, and {light}.
        {P} did nothing for {while}, and then {gesture}.
        {Q} watched for {while} as {P} {gesture}.
        Before anyone could say more, {P} {gesture}, and {far}.
        {P} found {pocket} in a pocket, looked at it with surprise, and {gesture}.
        It took {while} before {P} {gesture}.
        There was nothing to be done just then but listen to {sound}, so {P} {gesture}.
        {P} {gesture}; {Q} waited for {while} and did not help.
        {P} walked once round {spot}, came back with {pocket}, and {gesture}.
        {P} {gesture}, as people do who have found {pocket} where they hoped to find courage.
        With {pocket} in one hand, {P} {gesture}.
        {P} started toward {spot2}, stopped at {sound}, and {gesture}.
        {Q} offered {pocket}, for want of anything better, and {P} {gesture}.
        {P} {gesture}, then {gesture}, and neither helped.
        Neither of them had eaten, and for {while} {P} thought of nothing else, and {gesture}.
        {P} {gesture} because {his} hands wanted something to do, and {sound} went on.
        {Q} had turned away, and {P} {gesture} with nobody to see it but {pocket}.
        # thought
        It put {P} in mind of {recall}, and {feel} came with it.
        {kin} used to say that {saying}, and {P} had never liked it more than now.
        {P} felt {feel}, and thought of {recall}.
        There was a moment in which {P} might have told {Q} about {recall}; {he} {gesture}, and it went by.
        {kin} had taught {P} that {saying}, and {he} had believed it until today.
        What {P} felt was {feel}, with {motif} somewhere at the bottom of it, and under that {recall}.
        For {while} {P} thought about {motif}, and about {recall}.
        If {kin} had been there, {P} would have been told that {saying}.
        {P} had expected to be frightened, and felt instead, for {while}, {feel}.
        All of it seemed to have begun with {motif}, or earlier still, with {recall}; {kin} would have known which.
        {P} wondered whether {Q} remembered {recall}, and {gesture} instead of asking.
        They say in {place} that {saying}; {kin} had always taken it for a joke.
        For {while} {P} went over everything again, from {motif} to {obj}, and was left with {feel}.
        Not for the first time, {P} remembered {recall}, and the way {kin} had told it.
        It was true that {saying}, but it was {kin} who had said so, and who had been wrong before.
        {P} tried to think of {motif}, and thought for {while} of {recall}.
        {feel} came over {P} in {spot}, and passed, and after {while} came back.
        {P} would gladly have given everything {he} had, down to {pocket}, to be told what {motif} was for and why {he} felt {feel}.
        """;
}
