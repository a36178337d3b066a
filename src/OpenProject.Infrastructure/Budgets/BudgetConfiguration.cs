using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Budgets;

namespace OpenProject.Infrastructure.Budgets;

/// <summary>Budgets, listed by project.</summary>
internal sealed class BudgetConfiguration : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> builder)
    {
        builder.ToTable("budgets");
        builder.Property(budget => budget.Subject).HasMaxLength(Budget.SubjectLimit);
        builder.HasOne(budget => budget.Project).WithMany().HasForeignKey(budget => budget.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(budget => new { budget.ProjectId, budget.Subject });
    }
}
