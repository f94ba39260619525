namespace GuidelineBench.Reporting.Documents;

/// <summary>What a section is made of: one of the records of this folder.</summary>
public interface IBlock;
