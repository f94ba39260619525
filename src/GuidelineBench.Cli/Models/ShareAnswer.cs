namespace GuidelineBench.Cli.Models;

/// <summary>A term's part of a predicted time.</summary>
/// <param name="Amount">Units that the network is charged for.</param>
/// <param name="Share">Of the predicted time, 0 to 1.</param>
internal sealed record ShareAnswer(string Term, double Amount, double Ns, double Share);
