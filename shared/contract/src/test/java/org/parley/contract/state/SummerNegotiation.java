package org.parley.contract.state;

/** A negotiation with a matter of every kind, whose states use every field. */
public final class SummerNegotiation {
    static final String COMMANDS = """
            {'command':'OpenNegotiation','occurred':'2025-02-12','title':'Ukraine 2025','summary':'Talks about an end.'}
            {'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE','role':'BELLIGERENT'}
            {'command':'AdmitParty','party':'UKR','name':'Ukraine','partyKind':'STATE','role':'BELLIGERENT'}
            {'command':'AdmitParty','party':'USA','name':'the United States','partyKind':'STATE','role':'MEDIATOR'}
            {'command':'AdmitParty','party':'GBR','name':'Britain','partyKind':'STATE'}
            {'command':'AdmitParty','party':'VOX','name':'an analyst','partyKind':'VOICE','role':'COMMENTATOR'}
            {'command':'RecordWithdrawal','party':'GBR','reason':'For now.'}
            {'command':'SuspendTalks','by':'RUS','reason':'A pause.'}
            {'command':'ScheduleMeeting','matter':'alaska','title':'The Alaska meeting','planned':'2025-08-15','venue':'Elmendorf','host':'USA','participants':['RUS','USA'],'format':'summit'}
            {'command':'RecordMeeting','matter':'alaska','agenda':'A ceasefire.'}
            {'command':'RecordOutcome','matter':'alaska','summary':'No deal.','touches':['ceasefire/alaska','warning/sanctions']}
            {'command':'ProposeCeasefire','matter':'alaska','by':['USA','UKR'],'terms':'In the air.','consentOf':['RUS','UKR']}
            {'command':'AcceptCeasefire','matter':'alaska','by':'UKR'}
            {'command':'RejectCeasefire','matter':'alaska','by':{'party':'RUS','person':'Vladimir Putin'}}
            {'command':'DeclareCeasefire','matter':'alaska','by':'RUS'}
            {'command':'AllegeViolation','matter':'alaska','by':'UKR','against':'RUS','summary':'Drones.'}
            {'command':'ThreatenConsequences','matter':'sanctions','by':'USA','against':'RUS','condition':'No ceasefire.','consequences':'Tariffs.'}
            {'command':'LetWarningLapse','matter':'sanctions','reason':'Nothing followed.'}
            {'command':'ClaimUnderstanding','matter':'anchorage','by':'RUS','between':['RUS','USA'],'terms':'The spirit of Anchorage.'}
            {'command':'ContestUnderstanding','matter':'anchorage','by':'VOX','reason':'Nobody saw it.'}
            {'command':'ContestUnderstanding','matter':'anchorage','by':'USA'}
            {'command':'MakeDemand','matter':'donbas','by':'RUS','of':'UKR','substance':'Withdrawal.','precondition':true}
            {'command':'RefuseDemand','matter':'donbas','by':'UKR','reason':'The constitution.'}
            {'command':'ProposeGuarantee','matter':'force','by':['GBR'],'to':'UKR','guarantors':['GBR','USA'],'form':'FORCE_DEPLOYMENT','terms':'Troops.','trigger':'A ceasefire.','partOf':'paris'}
            {'command':'DiscussGuarantee','matter':'force','by':'USA','with':['GBR','UKR'],'summary':'Planes.'}
            {'command':'OfferContribution','matter':'force','by':'GBR','means':'soldiers','quantity':1.5e4,'unit':'people'}
            {'command':'ObjectToGuarantee','matter':'force','by':'RUS','reason':'No NATO troops.','ruledOut':true}
            {'command':'EndorseGuarantee','matter':'force','by':'VOX','conditions':'With a backstop.'}
            {'command':'SignBilateralAgreement','matter':'drones','between':['UKR','USA'],'subject':'Drones','legalNature':'EXECUTIVE_AGREEMENT','place':'Kyiv'}
            {'command':'RatifyAgreement','matter':'drones','by':'UKR'}
            {'command':'BringIntoForce','matter':'drones'}
            {'command':'UndertakeCommitment','matter':'drones','commitment':'fpv','by':'USA','what':'Drones.','quantity':100.50,'unit':'thousand','due':'2026'}
            {'command':'ReportDelivery','matter':'drones','commitment':'fpv','quantity':20.0}
            {'command':'RecordBreach','matter':'drones','by':'USA','allegedBy':'UKR','how':'Late.'}
            {'command':'RaiseQuestion','matter':'troops','title':'May foreign troops stay?','theme':'SECURITY'}
            {'command':'StatePosition','matter':'troops','by':['RUS','VOX'],'stance':'OPPOSES','summary':'Never.'}
            {'command':'StatePosition','matter':'troops','by':'RUS','stance':'CONDITIONAL','summary':'Perhaps.','conditions':'A veto.'}
            {'command':'ClaimUnderstanding','matter':'spirit','occurred':'2025-08-20/2025-08-26','by':'RUS','between':['RUS','USA']}
            {'command':'DisputeDevelopment','target':'%s','by':'UKR','reason':'Not so.'}
            {'command':'HoldDevelopment','target':'%s','reason':'For safety.'}
            {'command':'CorrectDevelopment','target':'%s','reason':'The number.','replacement':{'command':'OfferContribution','occurred':'2025-08-18','by':'GBR','means':'soldiers','quantity':20000}}
            {'command':'GradeDevelopment','target':'%s','grade':'A1'}
            {'command':'AddSource','target':'%s','source':{'publisher':'Wire','title':'More'}}
            {'command':'RetractDevelopment','target':'%s','reason':'Not so.'}
            {'command':'CallVote','matter':'treaty','body':'UKR','about':['agreement/drones'],'question':'Shall it be ratified?','planned':'2025-09-30'}
            {'command':'RecordVote','matter':'treaty','body':'UKR','outcome':'VETOED','inFavour':300,'opposed':0,'abstained':12.0,'vetoedBy':'UKR'}
            {'command':'ProposeExchange','matter':'prisoners','by':'USA','between':['RUS','UKR']}
            {'command':'AgreeExchange','matter':'prisoners','between':['RUS','UKR'],'gives':[{'party':'RUS','what':'prisoners of war','quantity':1000},{'party':'UKR','what':'remains'}],'via':'USA'}
            {'command':'CarryOutExchange','matter':'prisoners','gives':[{'party':'RUS','what':'prisoners of war','quantity':390.0,'atLeast':true}]}
            {'command':'CarryOutExchange','matter':'prisoners','gives':[{'party':'RUS','what':'Prisoners of war','quantity':610,'atLeast':false}],'complete':true}
            {'command':'CallVote','matter':'ceasefire','body':'UKR'}
            {'command':'CancelVote','matter':'ceasefire','reason':'No time.'}
            {'command':'AgreeExchange','matter':'children','between':['RUS','UKR'],'gives':[{'party':'RUS','what':'children','quantity':5}]}
            {'command':'CallOffExchange','matter':'children','by':'RUS','reason':'No list.'}
            """.formatted(
                    LoggedNegotiation.id(14),
                    LoggedNegotiation.id(29),
                    LoggedNegotiation.id(26),
                    LoggedNegotiation.id(12),
                    LoggedNegotiation.id(12),
                    LoggedNegotiation.id(34));

    private SummerNegotiation() {}

    public static LoggedNegotiation newsroom() {
        return LoggedNegotiation.after(COMMANDS);
    }
}
